/** What every room of Epitome shares: the one exception type. */
@NullMarked
package dev.epitome;

import org.jspecify.annotations.NullMarked;
