package dev.epitome.alias;

/**
 * An acronym and what a text says it stands for.
 *
 * @param acronym in the singular, such as {@code RDG}
 * @param expansion as the text writes it, without a leading article, such as {@code Real-Time Distributed Graph}
 */
public record Definition(String acronym, String expansion) {}
