package dev.epitome.search;

/**
 * What the golden queries measured before an index was published.
 *
 * @param topics how many judged queries there were
 * @param ndcg10 mean nDCG@10, 0 to 1
 * @param mrr mean reciprocal rank, 0 to 1
 * @param recall10 mean recall@10, 0 to 1
 */
public record MeasuredQuality(int topics, double ndcg10, double mrr, double recall10) {}
