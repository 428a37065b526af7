using System.Globalization;
using System.Text;
using QRCoder;

namespace QualityInsight.Web.Citizen;

/// <summary>A QR code (二维码) as one path of an SVG, with its quiet zone.</summary>
/// <param name="Size">Modules on a side.</param>
/// <param name="Path">The dark modules, one unit each.</param>
internal sealed record QrCode(int Size, string Path)
{
    /// <summary>Encodes a text with error correction M (15 %), which bears a fold and a stain on paper.</summary>
    public static QrCode Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
            for (var x = 0; x < data.ModuleMatrix[y].Length; x++)
                if (data.ModuleMatrix[y][x])
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return new(data.ModuleMatrix.Count, path.ToString());
    }
}
