using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Recipes;

/// <summary>A typed value for each variable of a recipe; goes into <see cref="QueryScope.Parameters"/>.</summary>
public sealed record RecipeArguments(IReadOnlyDictionary<string, QueryParameter> Values)
{
    /// <summary>
    /// Reads what a user typed for a recipe; parameters that are not given keep their defaults. Fails with FK0211 for
    /// a name that is no parameter and FK0212 for a text that is no value of the type.
    /// </summary>
    public static Outcome<RecipeArguments> Bind(Recipe recipe, IEnumerable<KeyValuePair<string, string>> given)
    {
        var values = new Dictionary<string, QueryParameter>(recipe.Defaults.Values, StringComparer.Ordinal);
        List<Diagnostic> errors = [];
        foreach (var (name, text) in given)
        {
            if (recipe.Parameters.FirstOrDefault(p => p.Name == name) is not { } parameter)
                errors.Add(Unknown(recipe, name));
            else if (KqlValues.TryParse(parameter.Value.Type, text, out var value))
                values[parameter.Variable] = parameter.Value with { Value = value };
            else
                errors.Add(WrongType(recipe, name, parameter.Value.Type, $"'{text}'"));
        }

        return errors.Count == 0 ? new RecipeArguments(values) : new Outcome<RecipeArguments>(errors);
    }

    /// <summary>
    /// Typed values for a recipe, where null means the default. Fails with FK0211 for a name that is no parameter and
    /// FK0212 for a value of another type.
    /// </summary>
    public static Outcome<RecipeArguments> Bind(Recipe recipe, IEnumerable<KeyValuePair<string, object?>> given)
    {
        var values = new Dictionary<string, QueryParameter>(recipe.Defaults.Values, StringComparer.Ordinal);
        List<Diagnostic> errors = [];
        foreach (var (name, value) in given)
        {
            if (recipe.Parameters.FirstOrDefault(p => p.Name == name) is not { } parameter)
                errors.Add(Unknown(recipe, name));
            else if (value is not null && value.GetType() != parameter.Value.Type.ClrType())
                errors.Add(WrongType(recipe, name, parameter.Value.Type, $"'{value}'"));
            else if (value is not null)
                values[parameter.Variable] = parameter.Value with { Value = value };
        }

        return errors.Count == 0 ? new RecipeArguments(values) : new Outcome<RecipeArguments>(errors);
    }

    /// <summary>
    /// These, but with the values of variables for the parameters of their names. Fails with FK0211 for a name that is
    /// no parameter and FK0212 for a variable of another type; whole numbers fit every type of number.
    /// </summary>
    public Outcome<RecipeArguments> With(Recipe recipe, IEnumerable<KeyValuePair<string, QueryParameter>> variables)
    {
        var values = new Dictionary<string, QueryParameter>(Values, StringComparer.Ordinal);
        List<Diagnostic> errors = [];
        foreach (var (name, variable) in variables)
        {
            if (recipe.Parameters.FirstOrDefault(p => p.Name == name) is not { } parameter)
                errors.Add(Unknown(recipe, name));
            else if (!Fits(variable.Type, parameter.Value.Type))
                errors.Add(WrongType(recipe, name, parameter.Value.Type, variable.Origin ?? variable.Type.Name()));
            else
                values[parameter.Variable] = variable;
        }

        return errors.Count == 0 ? new RecipeArguments(values) : new Outcome<RecipeArguments>(errors);
    }

    /// <summary>FK0211: the recipe has no parameter of the name.</summary>
    internal static Diagnostic Unknown(Recipe recipe, string name)
    {
        var names = recipe.Parameters.Select(p => p.Name).ToArray();
        var hint = NearestName.Find(name, names) is { } nearest
            ? $"Did you mean '{nearest}'?"
            : names.Length == 0 ? "It takes none." : $"It takes {string.Join(", ", names)}.";
        return new("FK0211", $"The recipe '{recipe.Name}' has no parameter '{name}'.", default, hint);
    }

    /// <summary>FK0212: what is given is no value of the parameter's type.</summary>
    internal static Diagnostic WrongType(Recipe recipe, string name, KqlType type, string given) => new(
        "FK0212",
        $"The parameter '{name}' of recipe '{recipe.Name}' is {Article(type)} {type.Name()}; {given} is not one.",
        default,
        $"Write {KqlValues.Examples(type)}.");

    private static bool Fits(KqlType given, KqlType wanted) =>
        given == wanted || given is KqlType.Int or KqlType.Long && wanted.IsNumeric();

    private static string Article(KqlType type) => type == KqlType.Int ? "an" : "a";
}
