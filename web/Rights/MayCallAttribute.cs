using Microsoft.AspNetCore.Authorization;

namespace QualityInsight.Web.Rights;

/// <summary>What every endpoint carries: the right its caller needs.</summary>
public interface IStatedRight
{
    /// <summary>The right.</summary>
    Right Right { get; }
}

/// <summary>
/// States who may call an endpoint. An endpoint without it is refused to everybody (the fallback policy) and fails
/// the test that walks the route table.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class MayCallAttribute(Right right) : Attribute, IStatedRight, IAuthorizeData
{
    /// <inheritdoc />
    public Right Right { get; } = right;

    /// <inheritdoc />
    public string? Policy { get => Right.ToString(); set => throw new NotSupportedException(); }

    /// <inheritdoc />
    public string? Roles { get => null; set => throw new NotSupportedException(); }

    /// <inheritdoc />
    public string? AuthenticationSchemes { get => null; set => throw new NotSupportedException(); }
}

/// <summary>States that everybody, signed in or not, may call an endpoint.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AnyoneMayCallAttribute : Attribute, IStatedRight, IAllowAnonymous
{
    /// <inheritdoc />
    public Right Right => Right.Anyone;
}
