using System.Globalization;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>A form on the case page.</summary>
/// <param name="Form">The form.</param>
/// <param name="Content">The page it stands on.</param>
/// <param name="Open">Whether it is unfolded.</param>
internal sealed record CommandFormView(CommandForm Form, CaseContent Content, bool Open)
{
    /// <summary>What was filled in before, or what is proposed.</summary>
    public string? Value(FormField field)
    {
        if (Content.Failed is { } failed && failed.Form.Command == Form.Command)
            return failed.Values.Raw(field.Name);
        return field.Kind switch
        {
            FieldKind.Moment => Content.Page.Now.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
            FieldKind.Unit when Form.Command == nameof(AddSupport) => null,
            FieldKind.Unit => Content.Page.View.OrgCode ?? Content.Page.Case.Review?.OrgCode,
            FieldKind.Handler => Content.Page.View.HandlerId,
            _ when field.IsReply => Content.Besides.Templates.FirstOrDefault(t => t.Id == Content.Notice.TemplateId)?.Text,
            _ => null,
        };
    }

    /// <summary>The tasks this form can be about.</summary>
    public IReadOnlyList<SupportTask> Tasks =>
        [.. Content.Page.Case.SupportTasks.Where(t => CommandForms.IsAbout(Form.Command, t, Content.MyUnit))];

    /// <summary>Whether a file was ticked before.</summary>
    public bool Ticked(FormField field, string value) =>
        Content.Failed is { } failed && failed.Form.Command == Form.Command && failed.Values.Many(field.Name).Contains(value);

    /// <summary>Hints about the reply that was just sent in to be checked.</summary>
    public ReplyHints? Hints => Content.Failed is { } failed && failed.Form.Command == Form.Command ? failed.Hints : null;

    /// <summary>What is wrong with a field, or null.</summary>
    public QualityInsight.Web.Words.Text? Error(FormField field) =>
        Content.Failed is { } failed && failed.Form.Command == Form.Command && failed.Values.Errors.TryGetValue(field.Name, out var error)
            ? error : null;
}

/// <summary>A line of a facts list that says when something was.</summary>
internal sealed record MomentLine(string Name, DateTime? At, DateTime Now, string? Remark = null);
