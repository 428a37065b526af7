namespace QualityInsight.Web.Words;

/// <summary>What stands beside a case for its handler: files, colleagues, contact data, calls, labels, pictures of the visit.</summary>
internal static class DeskWords
{
    public static readonly Text Files = new("附件与佐证", "Evidence");
    public static readonly Text NoFiles = new("还没有附件。", "No files yet.");
    public static readonly Text AddFiles = new("选择文件", "Choose files");
    public static readonly Text FilesHint = new(
        "图片、PDF、Word、Excel、录音、视频；每个不超过 {0} MB，一次最多 {1} 个。类型按内容检查，下载会记入访问日志。",
        "Pictures, PDF, Word, Excel, sound, film; at most {0} MB each, {1} at a time. The content is checked; every download is on record.");
    public static readonly Text Upload = new("上传", "Upload");
    public static readonly Text Withdraw = new("撤下", "Withdraw");
    public static readonly Text WithdrawWhy = new("撤下原因", "Reason for withdrawing");
    public static readonly Text Withdrawn = new("已撤下：{0}", "withdrawn: {0}");
    public static readonly Text Uploaded = new("已上传 {0} 个文件。", "{0} files uploaded.");
    public static readonly Text UploadedOne = new("已上传 1 个文件。", "1 file uploaded.");
    public static readonly Text NotUploaded = new("有文件没有保存", "Some files were not kept");
    public static readonly Text NothingChosen = new("没有选择文件。", "No file was chosen.");
    public static readonly Text TooManyAtOnce = new("一次最多上传 {0} 个文件，请分几次。", "At most {0} files at a time; please split them.");
    public static readonly Text FileGone = new("附件文件不在存储目录里，可能是恢复备份时漏了 evidence 目录。请联系管理员。", "The file is not in the evidence folder; perhaps the folder was left out when a backup was restored. Ask an administrator.");
    public static readonly Text Size = new("大小", "Size");
    public static readonly Text EvidenceFor = new("佐证材料", "Evidence that shows it");
    public static readonly Text File = new("文件", "File");

    public static readonly Text Watching = new("正在查看", "is looking at this case");
    public static readonly Text Writing = new("正在填写", "is filling in a form here");
    public static readonly Text JustNow = new("刚刚", "just now");
    public static readonly Text MinutesAgo = new("{0} 分钟前开始", "since {0} min ago");
    public static readonly Text Collision = new("同事也在这件工单上", "A colleague is on this case too");
    public static readonly Text Moved = new("打开页面后，工单又有变化", "The case has moved since you opened it");
    public static readonly Text Reload = new("查看最新情况", "Show the newest state");

    public static readonly Text ApplyAgain = new("在最新版本上再次提交", "Apply again on the new version");
    public static readonly Text YouWrote = new("您填写的内容", "What you filled in");
    public static readonly Text NoLonger = new("现在已不能执行这一步：", "This step is no longer possible:");
    public static readonly Text StateMoved = new("状态由「{0}」变为「{1}」", "state went from {0} to {1}");

    public static readonly Text Contact = new("联系方式", "Contact data");
    public static readonly Text ContactHidden = new("姓名 ●●●　电话 ●●●●●●●●●●●", "Name ●●●, telephone ●●●●●●●●●●●");
    public static readonly Text ContactAnonymous = new("匿名评价，没有联系方式。", "The review is anonymous; there are no contact data.");
    public static readonly Text ContactMay = new("联系方式加密保存。查看须写明用途，本次查看（谁、何时、为何）记入不可更改的访问日志。", "Contact data are kept encrypted. Say what for; who looked, when and why is written into an audit nobody can change.");
    public static readonly Text ContactMayNot = new("您的角色看不到联系方式。", "Your role does not see contact data.");
    public static readonly Text DeadlinesRated = new("期限会透露评价时间，不向被评价人显示。", "Deadlines would lead back to when the rating was given; the person who was rated is not shown them.");
    public static readonly Text ContactRated = new("被评价人看不到评价人的任何信息。", "The person who was rated is shown nothing about who rated.");
    public static readonly Text Purpose = new("用途", "Purpose");
    public static readonly Text PurposeMore = new("补充说明", "More about it");
    public static readonly Text Reveal = new("查看联系方式", "Show contact data");
    public static readonly Text Revealed = new("只显示这一次，刷新或离开后不再显示；请勿抄录到其他系统。", "Shown this once; gone when you reload or leave. Do not copy it elsewhere.");
    public static readonly Text RevealedNothing = new("没有保存这位群众的联系方式；这次查询也已记入日志。", "No contact data of this citizen are kept; the look is on record all the same.");
    public static readonly Text PurposeMissing = new("请选择用途；选“其他”时请写明。", "Choose a purpose; for “other” say which.");
    public static readonly Text Name = new("姓名", "Name");
    public static readonly Text Phone = new("电话", "Telephone");
    public static readonly Text Done = new("看完了，收起", "Done, hide it");
    public static readonly Text WhoLooked = new("谁用过联系方式、附件和历史评价", "Who used contact data, files and the citizen's history");
    public static readonly Text NobodyLooked = new("还没有人用过。", "Nobody has.");
    public static readonly Text PurposeCallback = new("回访核实", "calling back");
    public static readonly Text PurposeVisit = new("上门或当面沟通", "visit or meeting");
    public static readonly Text PurposeNotify = new("告知处理结果", "telling the outcome");
    public static readonly Text PurposeAppeal = new("申诉复核取证", "evidence for an appeal");
    public static readonly Text PurposeOther = new("其他（请写明）", "other (say which)");

    public static readonly Text Calls = new("回访记录", "Calls");
    public static readonly Text NoCalls = new("还没有拨打记录。", "No call has been recorded.");
    public static readonly Text CallsDoneReached = new("本轮已接通，回访完成。", "Reached in this round; calling is done.");
    public static readonly Text CallsDone = new("本轮不再需要回访。", "No more calls are needed in this round.");
    public static readonly Text CallsNeed = new(
        "本轮已拨打 {0} 次、分布在 {1} 天；仍未接通的，按政策还须 {2} 次、其中至少 {3} 个新的日子，才能认定失联。",
        "{0} calls on {1} days in this round. If nobody is reached, the policy asks for {2} more, on at least {3} further days, before the citizen counts as unreachable.");
    public static readonly Text CallsMerged = new("本轮尚不需要回访。", "No call is due yet in this round.");
    public static readonly Text When = new("时间", "When");
    public static readonly Text Caller = new("拨打人", "Who");
    public static readonly Text Outcome = new("结果", "Outcome");
    public static readonly Text Length = new("时长", "Length");
    public static readonly Text Note = new("情况", "Note");
    public static readonly Text RoundHead = new("轮次", "Round");
    public static readonly Text QuickCall = new("快速登记一次未成功的拨打（时间为现在）", "Record a failed call, made just now");
    public static readonly Text QuickSeconds = new("秒", "seconds");

    public static readonly Text LabelTag = new("勾选的指标说", "The ticks say");
    public static readonly Text LabelText = new("文字里读出", "The words say");
    public static readonly Text LabelPerson = new("人工判定", "People decided");
    public static readonly Text LabelCompare = new("两者不一致", "They differ");
    public static readonly Text LabelConflict = new("勾选说「{0}」，文字说「{1}」，请核实时留意。", "The ticks say {0}, the words say {1}: look at both when verifying.");
    public static readonly Text ModelLine = new("模型 {0}，概率 {1:P0}", "model {0}, probability {1:P0}");
    public static readonly Text WordsLed = new("依据：{0}", "because of: {0}");
    public static readonly Text OtherModel = new("依据的字词暂不可查（标签由另一版模型给出）", "the words cannot be shown (another version of the model gave the label)");
    public static readonly Text ConfirmLabels = new("确认或更正分类", "Confirm or correct");
    public static readonly Text ConfirmHint = new("您的判定会保留判定人和时间，并用于改进文字分类。", "Your word is kept with who and when, and helps to train the classifier.");
    public static readonly Text Fits = new("符合", "fits");
    public static readonly Text DoesNotFit = new("不符合", "does not fit");
    public static readonly Text Missing = new("还应有", "Also");
    public static readonly Text SaveLabels = new("保存判定", "Save");
    public static readonly Text LabelsSaved = new("分类判定已保存。", "Your word on the labels is saved.");

    public static readonly Text Templates = new("答复模板", "Reply templates");
    public static readonly Text InsertTemplate = new("填入模板", "Insert a template");
    public static readonly Text Insert = new("填入", "Insert");
    public static readonly Text NoTemplates = new("没有可用模板。", "There are no templates.");
    public static readonly Text Characters = new("{0} 字", "{0} characters");
    public static readonly Text CharactersOf = new("{0} / {1} 字", "{0} of {1} characters");
    public static readonly Text Check = new("检查答复", "Check the reply");
    public static readonly Text CheckTitle = new("对这份答复的提示（仅供参考，不影响提交）", "Hints about this reply (they stop nothing)");
    public static readonly Text CannedCase = new("与工单 {0} 的答复相似度 {1:P0}，像是套话；请写明这一件的具体情况。", "{1:P0} like the reply to case {0}: it reads canned. Say what is particular to this one.");
    public static readonly Text CannedTemplate = new("几乎全文来自模板「{0}」（{1:P0}）；请补充这一件查到了什么、做了什么。", "Nearly all of it is the template “{0}” ({1:P0}). Add what was found and done here.");
    public static readonly Text HintShort = new("答复很短。", "The reply is very short.");
    public static readonly Text HintRelevance = new("没有回应群众说的具体问题：{0}", "It does not take up what the citizen spoke of: {0}");
    public static readonly Text HintComplete = new("答复可能不完整：通常应有称呼、查到的情况、采取的措施、时间或联系方式。", "It may be incomplete: a salutation, what was found, what was done, a date or contact are usual.");
    public static readonly Text HintReasons = new("没有说明理由或依据。", "No reason or rule is given.");
    public static readonly Text HintFine = new("没有发现套话，内容较完整。", "Not canned, and nothing seems to be missing.");
    public static readonly Text HintGap = new("还有没填的空白（＿＿）。", "There are gaps left to fill (＿＿).");

    public static readonly Text Waiting = new("等候", "waiting");
    public static readonly Text ClosedTime = new("大厅关门", "hall closed");
    public static readonly Text Serving = new("办理", "service");
    public static readonly Text Started = new("开始办理", "Started");
    public static readonly Text BeforeStart = new("叫号到开始", "call to start");
    public static readonly Text VisitPicture = new("{0:HH:mm} 取号，等候 {1}（其中关门 {2}），办理 {3}", "number taken {0:HH:mm}, waited {1} (closed {2}), served {3}");
    public static readonly Text StepPicture = new("{0}：{1}", "{0}: {1}");
    public static readonly Text DueMark = new("承诺办结", "promised");
    public static readonly Text PromiseOver = new("超出承诺", "beyond the promise");
    public static readonly Text Share = new("用时", "took");

    public static readonly Text SameCitizen = new("该群众的其他差评和诉求", "This citizen's other bad reviews and requests");
    public static readonly Text SameCitizenAsk = new("查看（记入访问日志）", "Show (on record)");
    public static readonly Text SameCitizenNone = new("没有。", "There are none.");
    public static readonly Text SameCitizenDeidentified = new("供判断是否恶意差评参考，已去除身份、单位和原话。", "For judging whether a review is malicious; without identity, unit or words.");
    public static readonly Text Appealed = new("有申诉", "appealed");
    public static readonly Text BackToCase = new("返回工单", "Back to the case");

    public static readonly Text TemplateNew = new("新建模板", "New template");
    public static readonly Text TemplateEdit = new("修改模板（保存为新版本）", "Edit (saved as a new version)");
    public static readonly Text TemplateTitle = new("标题", "Title");
    public static readonly Text TemplateBody = new("正文", "Text");
    public static readonly Text TemplateFor = new("适用", "For");
    public static readonly Text TemplateShared = new("全部单位共用", "every unit");
    public static readonly Text TemplateSave = new("保存", "Save");
    public static readonly Text TemplateRetire = new("停用", "Retire");
    public static readonly Text TemplateRevive = new("恢复使用", "Bring back");
    public static readonly Text TemplateRetired = new("已停用", "retired");
    public static readonly Text TemplateVersion = new("第 {0} 版", "version {0}");
    public static readonly Text TemplateVersions = new("历次版本", "Versions");
    public static readonly Text TemplateFields = new("可用字段（花括号内）：{0}。模板不含个人信息；请务必补充具体情况，只照搬模板的答复会被提示为套话。", "Fields, in braces: {0}. Templates hold nothing personal; add what is particular: a reply that is only a template is pointed out.");
    public static readonly Text TemplateSaved = new("模板已保存。", "The template is saved.");
    public static readonly Text TemplateWritten = new("修改", "Written");
    public static readonly Text TemplateUse = new("只看", "Show");
    public static readonly Text TemplateActive = new("在用", "in use");
}
