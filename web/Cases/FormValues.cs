using System.Globalization;
using Microsoft.AspNetCore.Http;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Cases;

/// <summary>What somebody filled in, read field by field; what cannot be read is remembered as an error of its field.</summary>
internal sealed class FormValues(IFormCollection form, IReadOnlyList<FormField> fields)
{
    private readonly Dictionary<string, Text> _errors = [];

    /// <summary>What is wrong, by field.</summary>
    public IReadOnlyDictionary<string, Text> Errors => _errors;

    /// <summary>The text as sent.</summary>
    public string Raw(string field) => form[field].ToString().Trim();

    /// <summary>A text; null where it is empty and need not be filled in.</summary>
    public string? Text(string field)
    {
        var about = fields.First(f => f.Name == field);
        var text = Raw(field).ReplaceLineEndings("\n");
        if (text.Length > about.MaxLength)
            _errors[field] = CaseWords.TooLong;
        if (text.Length == 0 && about.Required)
            _errors[field] = CaseWords.Missing;
        return text.Length == 0 ? null : text;
    }

    /// <summary>What was filled in as it is read: the name of a choice, the text otherwise.</summary>
    public string Shown(FormField field, Tongue tongue) =>
        field.Options(tongue).FirstOrDefault(o => o.Value == Raw(field.Name))?.Name ?? Raw(field.Name);

    /// <summary>Every value ticked under a name.</summary>
    public IReadOnlyList<string> Many(string field) => [.. form[field].Where(v => !string.IsNullOrWhiteSpace(v)).Cast<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>One of an enum's members, by name.</summary>
    public T? One<T>(string field) where T : struct, Enum
    {
        var text = Raw(field);
        if (Enum.TryParse<T>(text, ignoreCase: false, out var value) && Enum.IsDefined(value) && value.ToString() == text)
            return value;
        if (text.Length > 0 || fields.First(f => f.Name == field).Required)
            _errors[field] = CaseWords.ChooseOne;
        return null;
    }

    /// <summary>Yes or no.</summary>
    public bool YesNo(string field)
    {
        var text = Raw(field);
        if (text is not ("yes" or "no"))
            _errors[field] = CaseWords.ChooseOne;
        return text == "yes";
    }

    /// <summary>A whole number within bounds.</summary>
    public int? Number(string field, int least, int most)
    {
        var text = Raw(field);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        if (text.Length > 0 || fields.First(f => f.Name == field).Required)
            _errors[field] = CaseWords.NotANumber;
        return null;
    }

    /// <summary>A day.</summary>
    public DateOnly? Day(string field) =>
        Read<DateOnly>(field, DateOnly.TryParseExact(Raw(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);

    /// <summary>A moment of the bureau's wall-clock.</summary>
    public DateTime? Moment(string field) =>
        Read<DateTime>(field, DateTime.TryParseExact(
            Raw(field), ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null);

    private T? Read<T>(string field, T? value) where T : struct
    {
        if (value is null && (Raw(field).Length > 0 || fields.First(f => f.Name == field).Required))
            _errors[field] = CaseWords.NotATime;
        return value;
    }
}
