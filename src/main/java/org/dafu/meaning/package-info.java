/**
 * The meaning of texts as vectors: an embedding model, and what it made of the passages held.
 *
 * <p>Flow: {@link org.dafu.search.HeldPassages} (an engine says which passages it holds) → {@link
 * org.dafu.meaning.PassageReader} (in the background) → {@link org.dafu.search.Embedder}, here
 * {@link org.dafu.meaning.BgeEmbedder} with its WordPiece → {@link org.dafu.meaning.VectorStore} (a
 * file and its image in memory), seen through a Lens that a LensLearner learns of the same passages
 * and a Trial lets pass → an engine's searches, which ask it as {@link org.dafu.search.Meanings}.
 * May import: {@code search}; ONNX Runtime, Jackson for the model's vocabulary, SLF4J.
 *
 * <p>Why vectors lie beside the index and not in it. They are dear (some 30 passages a second of a
 * processor) and depend on the text alone: kept by the text's hash, they outlive re-indexing, and a
 * letter is searchable before it has any. An index that knows only the hashes needs no second
 * commit, and a letter that is withdrawn takes its vectors out of every search with it.
 *
 * <p>Why a lens. A sentence and the rest of its passage belong together, in any collection, without
 * anyone's judgement; of a thousand such pairs it is learnt which directions of the vectors are
 * manner and not matter. Measured on replies to citizens (nDCG@10, held-out half, 95 % of the
 * gain): whole messages .844 → .852 (+.001 to +.016), subject lines .754 → .762 (+.002 to +.013).
 */
@NullMarked
package org.dafu.meaning;

import org.jspecify.annotations.NullMarked;
