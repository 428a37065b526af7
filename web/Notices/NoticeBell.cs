using System.Data.Common;
using QualityInsight.Feedback;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Notices;

/// <summary>The count beside the bell; zero where it cannot be read, since a page about a fault has a bell too.</summary>
internal sealed class NoticeBell(NoticeDesk notices)
{
    public async Task<int> CountAsync(DeskUser? user, CancellationToken cancel)
    {
        if (user is null)
            return 0;
        try
        {
            return await notices.UnreadAsync(user.Id, cancel);
        }
        catch (DbException)
        {
            return 0;
        }
    }
}
