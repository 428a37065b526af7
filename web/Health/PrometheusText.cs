using System.Globalization;
using System.Text;

namespace QualityInsight.Web.Health;

/// <summary>Writes the Prometheus text format 0.0.4: <c># HELP</c>, <c># TYPE</c>, then one line a value.</summary>
internal sealed class PrometheusText
{
    /// <summary>Its content type.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder _text = new();

    /// <summary>A gauge with its values; a value that is not known is left out.</summary>
    public PrometheusText Gauge(string name, string help, params IEnumerable<(string? Label, string? Of, double? Value)> values)
    {
        _text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} gauge\n");
        foreach (var (label, of, value) in values)
            if (value is { } known)
                _text.Append(name).Append(label is null ? "" : $"{{{label}=\"{Escaped(of ?? "")}\"}}").Append(' ')
                    .Append(known.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
        return this;
    }

    /// <inheritdoc />
    public override string ToString() => _text.ToString();

    private static string Escaped(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
