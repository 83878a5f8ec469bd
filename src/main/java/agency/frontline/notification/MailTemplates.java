package agency.frontline.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.ast.CompoundExpression;
import org.springframework.expression.spel.ast.PropertyOrFieldReference;
import org.springframework.expression.spel.standard.SpelExpression;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Fills the templates under {@code mail/}, with an engine of their own: the one of our web pages knows other folders
 * and the server's locale. Every template is read at start; one that is missing or names a variable that it does not
 * get stops the start and says so (F18).
 */
@Component
class MailTemplates {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern LOOP = Pattern.compile("th:each=\"\\s*(\\w+)(?:\\s*,\\s*(\\w+))?\\s*:");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n(?:[ \\t]*+\\n){2,}+");

    private final Languages languages = Languages.found();
    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final SpringTemplateEngine pages = new SpringTemplateEngine();

    MailTemplates() {
        engine.addTemplateResolver(resolver("mail/", TemplateMode.HTML, "html"));
        engine.addTemplateResolver(resolver("mail/", TemplateMode.TEXT, "txt"));
        pages.addTemplateResolver(resolver("documents/", TemplateMode.HTML, "html"));
        var mistakes = mistakes();
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(String.join("\n", mistakes));
        }
    }

    /** The language to write in for this BCP 47 tag. */
    Language language(String tag) {
        return languages.of(tag);
    }

    /** Both bodies of a mail; all variables that the template may name must be there, null for what there is not. */
    Body render(Template template, Language language, Map<String, ?> variables) {
        if (!variables.keySet().equals(template.variables())) {
            throw new IllegalArgumentException(
                    "%s takes %s, not %s".formatted(template, template.variables(), variables.keySet()));
        }
        var context = new Context(language.locale());
        variables.forEach(context::setVariable);
        var text = engine.process(template.in(language, "txt"), context);
        var html = engine.process(template.in(language, "html"), context);
        return new Body(BLANK_LINES.matcher(text).replaceAll("\n\n").strip() + "\n", html.strip() + "\n");
    }

    /** A page under {@code documents/} that is the same in every language; its words come with the variables. */
    String document(String name, Language language, Map<String, ?> variables) {
        var context = new Context(language.locale());
        variables.forEach(context::setVariable);
        return pages.process(name + ".html", context);
    }

    /** A rendered mail, once to read as it is and once laid out. */
    record Body(String text, String html) {}

    private static ClassLoaderTemplateResolver resolver(String folder, TemplateMode mode, String extension) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix(folder);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        resolver.setTemplateMode(mode);
        resolver.setUseDecoupledLogic(false);
        resolver.setResolvablePatterns(Set.of("*." + extension));
        return resolver;
    }

    private List<String> mistakes() {
        var mistakes = new ArrayList<String>();
        for (var language : languages.all()) {
            for (var template : Template.values()) {
                for (var extension : List.of("html", "txt")) {
                    var path = "mail/" + template.in(language, extension);
                    var source = new ClassPathResource(path);
                    if (!source.exists()) {
                        mistakes.add(path + " is missing");
                        continue;
                    }
                    for (var name : unknownNames(read(source), template.variables())) {
                        mistakes.add("%s names ${%s}; there is only %s"
                                .formatted(path, name, new TreeSet<>(template.variables())));
                    }
                }
            }
        }
        return mistakes;
    }

    /** What a template names although nobody gives it. */
    static Set<String> unknownNames(String source, Set<String> given) {
        var known = new HashSet<>(given);
        LOOP.matcher(source).results().forEach(loop -> {
            known.add(loop.group(1));
            known.add(loop.group(2));
        });
        var names = new TreeSet<String>();
        var parser = new SpelExpressionParser();
        EXPRESSION
                .matcher(source)
                .results()
                .forEach(found -> collectNames(((SpelExpression) parser.parseRaw(found.group(1))).getAST(), names));
        names.removeAll(known);
        return names;
    }

    private static void collectNames(SpelNode node, Set<String> names) {
        if (node instanceof PropertyOrFieldReference variable) {
            names.add(variable.getName());
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            var child = node.getChild(i);
            var isPropertyOfTheOneBefore =
                    node instanceof CompoundExpression && i > 0 && child instanceof PropertyOrFieldReference;
            if (!isPropertyOfTheOneBefore) {
                collectNames(child, names);
            }
        }
    }

    private static String read(ClassPathResource source) {
        try {
            return source.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
