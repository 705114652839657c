using Microsoft.AspNetCore.Components;
using Model;

namespace Theme.Parts;

/// <summary>The one door through which markup that is already made enters a page.</summary>
public static class Markup
{
    public static MarkupString Of(Html html) => new(html.Markup ?? "");
}
