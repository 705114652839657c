using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Theme.Parts;

/// <summary>
/// A part that a renderer can render by itself, so that the tree of a long page need not hold all of it at once. One that looks the same wherever it stands, because it is drawn from one value alone,
/// it may also keep for the next page.
/// </summary>
public sealed class ApartPart : ComponentBase
{
    [Parameter, EditorRequired] public required Look Look { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Look.Inside);

    /// <summary>The part that <paramref name="draw"/>, a lambda that captures nothing, makes of <paramref name="of"/>; many pages show it.</summary>
    public static RenderFragment Kept<T>(T of, Func<T, RenderFragment> draw) where T : class => Of(new Look<T>(of, draw, kept: true));

    /// <summary>The same for what one page alone shows.</summary>
    public static RenderFragment Once<T>(T of, Func<T, RenderFragment> draw) where T : class => Of(new Look<T>(of, draw, kept: false));

    private static RenderFragment Of(Look look) => builder =>
    {
        builder.OpenComponent<ApartPart>(0);
        builder.AddComponentParameter(1, nameof(Look), look);
        builder.CloseComponent();
    };
}

/// <summary>What a part shows: the same <see cref="Of"/> drawn by the same <see cref="Drawn"/> looks the same.</summary>
public abstract class Look(object of, Delegate drawn, bool kept)
{
    /// <summary>Whether other pages show it.</summary>
    public bool Kept { get; } = kept;

    public object Of { get; } = of;

    public Delegate Drawn { get; } = drawn;

    public abstract RenderFragment Inside { get; }
}

internal sealed class Look<T>(T of, Func<T, RenderFragment> draw, bool kept) : Look(of, draw, kept) where T : class
{
    public override RenderFragment Inside => ((Func<T, RenderFragment>)Drawn)((T)Of);
}
