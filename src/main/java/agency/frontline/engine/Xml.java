package agency.frontline.engine;

import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/** Reads the engine's own picture of a model's XML, with the old name of its extensions, which it still understands. */
final class Xml {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final String ACTIVITI = "http://activiti.org/bpmn";

    private Xml() {}

    /** The value of an extension attribute; null if there is none. */
    static @Nullable String camunda(Element element, String name) {
        return element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, name);
    }

    static boolean isCamunda(String namespace) {
        return CAMUNDA.equals(namespace) || ACTIVITI.equals(namespace);
    }

    /** The namespace of an attribute as {@link Element#attributes} names it; empty without a prefix. */
    static String namespace(String attribute) {
        var end = attribute.lastIndexOf(':');
        return end < 0 ? "" : attribute.substring(0, end);
    }

    static String localName(String attribute) {
        return attribute.substring(attribute.lastIndexOf(':') + 1);
    }

    static Stream<Element> descendants(Element element) {
        return element.elements().stream().flatMap(child -> Stream.concat(Stream.of(child), descendants(child)));
    }
}
