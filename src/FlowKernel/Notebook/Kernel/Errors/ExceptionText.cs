namespace FlowKernel.Notebook.Kernel.Errors;

/// <summary>The texts of an exception, also of one of the user's own type that fails to give them.</summary>
internal static class ExceptionText
{
    /// <summary>Its message.</summary>
    public static string MessageOf(Exception exception) => Of(() => exception.Message, "Its message");

    /// <summary>Type, message and whole stack.</summary>
    public static string DetailsOf(Exception exception) =>
        Of(exception.ToString, $"{exception.GetType().FullName}\n{exception.StackTrace}\nIts text");

    private static string Of(Func<string> text, string what)
    {
        try
        {
            return text();
        }
        catch (Exception e)
        {
            return $"{what} cannot be read: that throws {e.GetType().Name}.";
        }
    }
}
