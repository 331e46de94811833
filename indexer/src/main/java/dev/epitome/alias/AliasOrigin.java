package dev.epitome.alias;

/** Who says that two words mean the same. */
public enum AliasOrigin {
    /** The dictionary that comes with Epitome. */
    SHIPPED,
    /** A dictionary file of the user's. */
    USER,
    /** An article that defines the acronym. */
    LEARNED
}
