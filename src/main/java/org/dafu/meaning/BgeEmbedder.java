package org.dafu.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.dafu.search.Embedder;
import org.jspecify.annotations.Nullable;

/**
 * BGE small for Chinese, version 1.5, quantised to 8 bits (BAAI, MIT licence; Xiao et al. 2023): a
 * text's vector is what the model makes of the mark at its start. Questions and passages are
 * embedded alike; the instruction that BGE knows for questions finds worse on letters.
 */
public final class BgeEmbedder implements Embedder {
  private static final String MODEL = "bge-small-zh-v1.5-q";

  private static final int DIMENSIONS = 512;

  /** The model has places for so many pieces. */
  private static final int MAX_PIECES = 512;

  /** What a text needs. */
  private record Model(WordPiece wordPiece, OrtEnvironment environment, OrtSession session) {}

  private final Path libraries;

  /** Texts share it; the model may not be let go while one is read. */
  private final ReadWriteLock use = new ReentrantReadWriteLock();

  private @Nullable Model loaded;
  private boolean closed;

  /**
   * A model that is loaded with its first text.
   *
   * @param libraries folder that the libraries it runs by are unpacked into, and stay in
   */
  public BgeEmbedder(Path libraries) {
    this.libraries = libraries;
  }

  /** Loaded with the first text, which takes about a second, and 150 MB outside the heap. */
  private synchronized Model loaded() throws IOException {
    if (closed) {
      throw new IOException("the embedding model is closed");
    }
    if (loaded == null) {
      loaded = load(libraries);
    }
    return loaded;
  }

  private static Model load(Path libraries) throws IOException {
    Natives.unpack(libraries);
    WordPiece wordPiece = new WordPiece(vocabulary());
    byte[] model;
    try (InputStream in = resource(MODEL + ".onnx")) {
      model = in.readAllBytes();
    }
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // One thread a text: threads of its own would take processors from searches.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      // Memory that a long text needed is given back.
      options.setCPUArenaAllocator(false);
      options.setMemoryPatternOptimization(false);
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      return new Model(wordPiece, environment, environment.createSession(model, options));
    } catch (OrtException | RuntimeException | LinkageError e) {
      throw new IOException("the embedding model does not run on this machine", e);
    }
  }

  private static Map<String, Integer> vocabulary() throws IOException {
    Map<String, Integer> vocabulary = new HashMap<>();
    try (InputStream in = resource(MODEL + "-tokenizer.json")) {
      JsonNode pieces = new ObjectMapper().readTree(in).at("/model/vocab");
      pieces
          .properties()
          .forEach(piece -> vocabulary.put(piece.getKey(), piece.getValue().asInt()));
    }
    return vocabulary;
  }

  private static InputStream resource(String name) throws FileNotFoundException {
    InputStream in = BgeEmbedder.class.getResourceAsStream("/" + name);
    if (in == null) {
      throw new FileNotFoundException("not among the program's files: " + name);
    }
    return in;
  }

  @Override
  public String model() {
    return MODEL;
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public float[] embed(String text) throws IOException {
    use.readLock().lock();
    try {
      return embed(loaded(), text);
    } catch (OrtException e) {
      throw new IOException("the embedding model failed on a text", e);
    } finally {
      use.readLock().unlock();
    }
  }

  private static float[] embed(Model model, String text) throws OrtException {
    long[] pieces = model.wordPiece.numbers(text, MAX_PIECES);
    long[] ones = new long[pieces.length];
    Arrays.fill(ones, 1);
    try (OnnxTensor input = tensor(model, pieces);
        OnnxTensor mask = tensor(model, ones);
        OnnxTensor types = tensor(model, new long[pieces.length]);
        OrtSession.Result result =
            model.session.run(
                Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
      return unit(((OnnxTensor) result.get(0)).getFloatBuffer());
    }
  }

  private static OnnxTensor tensor(Model model, long[] values) throws OrtException {
    return OnnxTensor.createTensor(
        model.environment, LongBuffer.wrap(values), new long[] {1, values.length});
  }

  /** The first vector of these, of length 1. */
  private static float[] unit(FloatBuffer vectors) {
    float[] vector = new float[DIMENSIONS];
    vectors.get(vector);
    double squares = 0;
    for (float each : vector) {
      squares += (double) each * each;
    }
    float length = (float) Math.sqrt(squares);
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] /= length;
    }
    return vector;
  }

  @Override
  public void close() throws IOException {
    use.writeLock().lock();
    try {
      closed = true;
      if (loaded != null) {
        loaded.session.close();
        loaded = null;
      }
    } catch (OrtException e) {
      throw new IOException("the embedding model cannot be let go", e);
    } finally {
      use.writeLock().unlock();
    }
  }
}
