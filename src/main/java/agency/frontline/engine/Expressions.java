package agency.frontline.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstParameters;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Parser;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.jspecify.annotations.Nullable;

/**
 * Reads an expression of a model without running it, and says what in it Frontline does not allow. A plain name is a
 * process variable and always allowed.
 */
final class Expressions {

    private static final List<String> NEVER =
            List.of("class", "declaringClass", "classLoader", "processEngineServices", "processEngine");

    private static final Pattern PLAIN_NAME = Pattern.compile("[$#]\\{\\s*([A-Za-z_]\\w*)\\s*}");

    private Expressions() {}

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** The name in {@code ${name}}, or null if the text is anything else. */
    static @Nullable String name(String text) {
        var expression = PLAIN_NAME.matcher(text.strip());
        return expression.matches() ? expression.group(1) : null;
    }

    /** What is wrong with the text; empty if nothing is. */
    static List<String> problems(String text) {
        if (!isExpression(text)) {
            return List.of();
        }
        var reader = new Reader();
        try {
            reader.build(text);
        } catch (TreeBuilderException unreadable) {
            return List.of("The expression %s cannot be read: %s".formatted(text.strip(), unreadable.getMessage()));
        }
        return reader.problems;
    }

    private static final class Reader extends Builder {

        private final List<String> problems = new ArrayList<>();

        private Reader() {
            super(Feature.METHOD_INVOCATIONS);
        }

        @Override
        protected Parser createParser(String expression) {
            return new Parser(this, expression) {

                @Override
                protected AstFunction createAstFunction(String name, int index, AstParameters params) {
                    if (!Reachable.FUNCTIONS.contains(name)) {
                        problems.add("There is no function %s(); a model may call %s."
                                .formatted(
                                        name,
                                        String.join(
                                                ", ",
                                                Reachable.FUNCTIONS.stream()
                                                        .sorted()
                                                        .map(known -> known + "()")
                                                        .toList())));
                    }
                    return super.createAstFunction(name, index, params);
                }

                @Override
                protected AstDot createAstDot(AstNode base, String property, boolean lvalue) {
                    if (NEVER.contains(property)) {
                        problems.add("A model may not read '." + property + "'.");
                    }
                    return super.createAstDot(base, property, lvalue);
                }

                @Override
                protected AstBracket createAstBracket(AstNode base, AstNode property, boolean lvalue, boolean strict) {
                    if (property instanceof AstString literal && NEVER.contains(literal.eval(null, null))) {
                        problems.add("A model may not read '." + literal.eval(null, null) + "'.");
                    }
                    return super.createAstBracket(base, property, lvalue, strict);
                }

                @Override
                protected AstMethod createAstMethod(AstProperty property, AstParameters params) {
                    var name = methodName(property);
                    if (name == null) {
                        problems.add("A model calls methods by name only, as in ${specialists.elements()}.");
                    } else if (!Reachable.methodSomewhere(name)) {
                        problems.add("A model may not call '" + name
                                + "()'; use a process variable or a delegate of Frontline.");
                    }
                    return super.createAstMethod(property, params);
                }
            };
        }

        private static @Nullable String methodName(AstProperty property) {
            // The node tells its name in no other way.
            return property instanceof AstDot ? property.toString().substring(2) : null;
        }
    }
}
