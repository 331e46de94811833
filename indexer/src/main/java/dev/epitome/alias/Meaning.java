package dev.epitome.alias;

/**
 * What else a word is called.
 *
 * @param text as the dictionary writes it, such as {@code Elastic Kubernetes Service}
 */
public record Meaning(String text, AliasOrigin origin) {}
