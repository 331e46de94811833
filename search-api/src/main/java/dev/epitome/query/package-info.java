/** What a user may type, and what it means: free of any engine. */
@NullMarked
package dev.epitome.query;

import org.jspecify.annotations.NullMarked;
