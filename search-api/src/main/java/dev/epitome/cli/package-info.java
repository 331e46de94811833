/** The command line, on picocli. {@link dev.epitome.cli.Main} is where a process begins. */
@NullMarked
package dev.epitome.cli;

import org.jspecify.annotations.NullMarked;
