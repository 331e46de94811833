/** Tests of whole processes: they run after packaging, against the class path that the launcher uses. */
@NullMarked
package dev.epitome.process;

import org.jspecify.annotations.NullMarked;
