using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace QualityInsight.Web.Show;

/// <summary>
/// The page's state as it stands in the address: filters, sort and page live there and nowhere else, so that a view
/// can be kept, sent and gone back to.
/// </summary>
internal sealed class AddressBar(HttpRequest request)
{
    /// <summary>This address with some values replaced; a null takes a value away, and any change but of the page goes to page 1.</summary>
    public string With(params (string Key, string? Value)[] changes)
    {
        var values = request.Query
            .Where(q => changes.All(c => c.Key != q.Key) && (q.Key != "page" || changes.Length == 0))
            .SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v ?? "")))
            .Where(q => q.Value.Length > 0)
            .Concat(changes.Where(c => !string.IsNullOrEmpty(c.Value)).Select(c => KeyValuePair.Create(c.Key, c.Value!)));
        return request.Path + new QueryBuilder(values).ToQueryString();
    }

    /// <summary>Another path with the values that stand in this address.</summary>
    public string At(string path, params (string Key, string? Value)[] changes) =>
        path + With(changes)[request.Path.Value!.Length..];
}
