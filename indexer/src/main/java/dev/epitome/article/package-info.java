/** The record that everything is about: one article with its summary, and where it was read from. */
@NullMarked
package dev.epitome.article;

import org.jspecify.annotations.NullMarked;
