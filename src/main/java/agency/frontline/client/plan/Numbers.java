package agency.frontline.client.plan;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gives out the numbers of a plan's parts: the old one to what was there before, one never used to what is new. */
final class Numbers {

    private final Set<String> used;
    private final Map<String, String> before;
    private final Set<String> given = new HashSet<>();

    /**
     * @param used every number ever given
     * @param before what stood under which number in the version before
     */
    Numbers(Set<String> used, Map<String, String> before) {
        this.used = new HashSet<>(used);
        this.before = before;
    }

    /**
     * @param prefix such as {@code G}, or {@code G1.} for an early sign
     * @param said the number that the form brought back; empty for none
     */
    String of(String prefix, String said, String what) {
        var id = before.containsKey(said) && isOf(prefix, said) && !given.contains(said)
                ? said
                : before.entrySet().stream()
                        .filter(part -> isOf(prefix, part.getKey())
                                && !given.contains(part.getKey())
                                && same(part.getValue(), what))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseGet(() -> next(prefix));
        given.add(id);
        used.add(id);
        return id;
    }

    private String next(String prefix) {
        return prefix
                + (1
                        + used.stream()
                                .filter(id -> isOf(prefix, id))
                                .mapToInt(id -> Integer.parseInt(id.substring(prefix.length())))
                                .max()
                                .orElse(0));
    }

    private static boolean isOf(String prefix, String id) {
        return id.startsWith(prefix) && id.substring(prefix.length()).matches("\\d{1,9}");
    }

    /** Whether two wordings differ in blanks and case only. */
    static boolean same(String one, String other) {
        return one.strip().equalsIgnoreCase(other.strip());
    }
}
