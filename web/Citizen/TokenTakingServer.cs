using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace QualityInsight.Web.Citizen;

/// <summary>
/// The host's server, with citizens' tokens taken out of requests before the host looks at them: its log scope holds the
/// path of a request before any middleware runs.
/// </summary>
internal sealed class TokenTakingServer(IServer inner) : IServer
{
    /// <inheritdoc />
    public IFeatureCollection Features => inner.Features;

    /// <summary>Puts it around the server that is registered; where none is yet, the middleware has to do.</summary>
    public static void AddTo(IServiceCollection services)
    {
        if (services.LastOrDefault(s => s.ServiceType == typeof(IServer)) is not { IsKeyedService: false } registered)
            return;
        services.Remove(registered);
        services.AddSingleton<IServer>(provider => new TokenTakingServer((IServer)(registered.ImplementationInstance
            ?? registered.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!))));
    }

    /// <inheritdoc />
    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull =>
        inner.StartAsync(new Application<TContext>(application), cancellationToken);

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => inner.StopAsync(cancellationToken);

    /// <inheritdoc />
    public void Dispose() => inner.Dispose();

    private sealed class Application<TContext>(IHttpApplication<TContext> inner) : IHttpApplication<TContext> where TContext : notnull
    {
        public TContext CreateContext(IFeatureCollection contextFeatures)
        {
            CitizenToken.TakeFrom(contextFeatures);
            return inner.CreateContext(contextFeatures);
        }

        public Task ProcessRequestAsync(TContext context) => inner.ProcessRequestAsync(context);

        public void DisposeContext(TContext context, Exception? exception) => inner.DisposeContext(context, exception);
    }
}
