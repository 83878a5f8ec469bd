/**
 * The one gate each for what people write and what is refused: text, headers, file names, and {@link agency.frontline.text.Refusal}.
 * Every inlet (mail, form, REST) passes here; nothing behind it meets a NUL, a lone surrogate or a line break in a header.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.text;
