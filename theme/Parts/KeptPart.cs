using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Theme.Parts;

/// <summary>
/// A part that looks the same wherever it stands, because it is drawn from one value alone: a renderer of many pages may render it once and keep what came of it.
/// </summary>
public sealed class KeptPart : ComponentBase
{
    [Parameter, EditorRequired] public required Look Look { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Look.Inside);

    /// <summary>The part that <paramref name="draw"/>, a lambda that captures nothing, makes of <paramref name="of"/>.</summary>
    public static RenderFragment Of<T>(T of, Func<T, RenderFragment> draw) where T : class => builder =>
    {
        builder.OpenComponent<KeptPart>(0);
        builder.AddComponentParameter(1, nameof(Look), new Look<T>(of, draw));
        builder.CloseComponent();
    };
}

/// <summary>What a part shows: the same <see cref="Of"/> drawn by the same <see cref="Drawn"/> looks the same.</summary>
public abstract class Look(object of, Delegate drawn)
{
    public object Of { get; } = of;

    public Delegate Drawn { get; } = drawn;

    public abstract RenderFragment Inside { get; }
}

internal sealed class Look<T>(T of, Func<T, RenderFragment> draw) : Look(of, draw) where T : class
{
    public override RenderFragment Inside => ((Func<T, RenderFragment>)Drawn)((T)Of);
}
