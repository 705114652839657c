using Generator.Modules;

namespace Tests;

/// <summary>What counts as a sentence to be checked, and how the command tells what nobody annotated.</summary>
public sealed class CoverageTests
{
    [Theory]
    [InlineData("It was 1948.", true)]
    [InlineData("Twenty-two came.", true)]
    [InlineData("Two-thirds of it.", true)]
    [InlineData("Dozens fell.", true)]
    [InlineData("One soldier fell.", true)]
    [InlineData("a one-man audience", true)]
    [InlineData("one of them", false)]
    [InlineData("the only one left", false)]
    [InlineData("No one knows.", false)]
    [InlineData("Someone tends often to weight.", false)]
    [InlineData("", false)]
    [InlineData("\u0665 apples", true)]
    public void Numbers_are_found_in_digits_and_in_words(string sentence, bool has) => Assert.Equal(has, FindNumbers.In(sentence));

    [Fact]
    public void The_command_warns_and_with_strict_refuses()
    {
        using var test = new SiteTest();

        var plain = Tool.Run(test.Root, "check");
        var warned = Tool.Run(test.Root, "check", "--coverage");
        var refused = Tool.Run(test.Root, "check", "--coverage", "--strict");
        var build = Tool.Run(test.Root, "build", "--strict");

        Assert.Equal((0, ""), (plain.ExitCode, plain.Error));
        Assert.Equal(0, warned.ExitCode);
        Assert.Contains("warning A701: nobody annotated this sentence, which has a known name", warned.Error, StringComparison.Ordinal);
        Assert.Equal(1, refused.ExitCode);
        Assert.Equal(0, build.ExitCode);
    }

    [Fact]
    public void The_real_archive_has_nothing_left_to_annotate() =>
        Assert.Equal(0, Tool.Run(SiteTest.Checkout, "check", "--coverage", "--strict").ExitCode);
}
