package agency.frontline.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.w3c.dom.Element;

/** What a newly deployed decision has to keep: tables and FEEL or plain expressions, no scripts. */
final class DecisionRules {

    private static final String FEEL = "feel";
    private static final Set<String> LANGUAGES = Set.of(
            FEEL,
            "juel",
            "http://www.omg.org/spec/feel/20140401",
            "http://www.omg.org/spec/dmn/20180521/feel/",
            "https://www.omg.org/spec/dmn/20191111/feel/",
            "https://www.omg.org/spec/dmn/20211108/feel/",
            "https://www.omg.org/spec/dmn/20230324/feel/");
    private static final Pattern EXTERNAL = Pattern.compile("\\bfunction\\s*\\([^)]*\\)\\s*external\\b");

    private DecisionRules() {}

    /** What is wrong with the decisions in the file; empty if nothing is. */
    static List<String> problems(byte[] dmn) {
        List<Element> elements;
        try {
            var all = PackagedModel.read(dmn).getElementsByTagName("*");
            elements = IntStream.range(0, all.getLength())
                    .mapToObj(all::item)
                    .map(Element.class::cast)
                    .toList();
        } catch (IOException noXml) {
            return List.of("[readable] This is no XML that can be read, " + noXml.getMessage());
        }
        var problems = new ArrayList<String>();
        for (var element : elements) {
            var language = element.getAttribute("expressionLanguage");
            if (!language.isEmpty() && !LANGUAGES.contains(language.toLowerCase(Locale.ROOT))) {
                problems.add("[no-scripts] %s is written in %s; only FEEL and plain expressions are allowed."
                        .formatted(name(element), language));
            }
            if (element.getLocalName().equals("decision")
                    && element.getAttributeNS("http://camunda.org/schema/1.0/dmn", "historyTimeToLive")
                            .isBlank()) {
                problems.add("[history-time-to-live] Say how long its results are kept: add"
                        + " camunda:historyTimeToLive=\"P3650D\" to the decision " + element.getAttribute("id") + ".");
            }
            if (element.getLocalName().equals("text") || element.getLocalName().equals("script")) {
                var text = element.getTextContent();
                Expressions.problems(text)
                        .forEach(problem -> problems.add("[no-calls] " + name(parent(element)) + ": " + problem));
                if (EXTERNAL.matcher(text).find()) {
                    problems.add("[no-scripts] " + name(parent(element)) + " calls a function from outside.");
                }
            }
            if ("Java".equals(element.getAttribute("kind")) || "PMML".equals(element.getAttribute("kind"))) {
                problems.add("[no-scripts] " + name(element) + " calls a function from outside.");
            }
        }
        return problems;
    }

    private static Element parent(Element element) {
        return element.getParentNode() instanceof Element parent ? parent : element;
    }

    private static String name(Element element) {
        return "<" + element.getLocalName()
                + (element.getAttribute("id").isEmpty() ? "" : " " + element.getAttribute("id")) + ">";
    }
}
