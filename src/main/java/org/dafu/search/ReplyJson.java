package org.dafu.search;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.dafu.reply.Coded;
import org.dafu.reply.Disclosure;
import org.dafu.reply.FigureType;
import org.dafu.reply.Kind;
import org.dafu.reply.Outcome;
import org.dafu.reply.PolicyRole;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.reply.ReplyType;
import org.dafu.reply.Satisfaction;
import org.dafu.reply.YearBasis;

/** The one JSON form of a letter: what engines keep, {@code inspect} prints and the API gives. */
public final class ReplyJson {
  private static final List<Class<? extends Enum<?>>> CODED =
      List.of(
          Kind.class,
          ReplyType.class,
          Outcome.class,
          Disclosure.class,
          YearBasis.class,
          Satisfaction.class,
          PolicyRole.class,
          FigureType.class);

  private static final ObjectMapper MAPPER = newMapper();

  private ReplyJson() {}

  /** A mapper that knows the domain's values; the caller's own, to configure further. */
  public static ObjectMapper newMapper() {
    SimpleModule module = new SimpleModule("reply");
    CODED.forEach(type -> addCoded(module, type));
    module.addSerializer(LocalDate.class, new DateWriter());
    module.addDeserializer(LocalDate.class, new DateReader());
    module.setMixInAnnotation(ReplyId.class, AsString.class);
    return JsonMapper.builder()
        .addModule(module)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  /** The letter as one line of JSON. */
  public static String write(Reply reply) {
    try {
      return MAPPER.writeValueAsString(reply);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a letter has no JSON form: " + reply.id(), e);
    }
  }

  /** The letter as UTF-8 JSON. */
  public static byte[] writeBytes(Reply reply) {
    try {
      return MAPPER.writeValueAsBytes(reply);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a letter has no JSON form: " + reply.id(), e);
    }
  }

  /**
   * A letter from what {@link #writeBytes} made.
   *
   * @throws UncheckedIOException if it is not such JSON
   */
  public static Reply read(byte[] json, int offset, int length) {
    try {
      return MAPPER.readValue(json, offset, length, Reply.class);
    } catch (IOException e) {
      throw new UncheckedIOException("the index holds a letter that cannot be read", e);
    }
  }

  private static <E extends Enum<?>> void addCoded(SimpleModule module, Class<E> type) {
    module.addSerializer(type, new CodeWriter<>(type));
    module.addDeserializer(type, new CodeReader<>(type));
  }

  private interface AsString {
    @JsonValue
    String value();

    @JsonCreator
    static ReplyId of(String value) {
      return new ReplyId(value);
    }
  }

  private static final class CodeWriter<E extends Enum<?>> extends StdScalarSerializer<E> {
    private static final long serialVersionUID = 1L;

    CodeWriter(Class<E> type) {
      super(type);
    }

    @Override
    public void serialize(E value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(((Coded) value).code());
    }
  }

  private static final class CodeReader<E extends Enum<?>> extends StdScalarDeserializer<E> {
    private static final long serialVersionUID = 1L;

    private final Class<E> type;

    CodeReader(Class<E> type) {
      super(type);
      this.type = type;
    }

    @Override
    public E deserialize(JsonParser in, DeserializationContext context) throws IOException {
      String code = in.getValueAsString();
      for (E value : type.getEnumConstants()) {
        if (((Coded) value).code().equals(code)) {
          return value;
        }
      }
      throw context.weirdStringException(code, type, "not one of its codes");
    }
  }

  private static final class DateWriter extends StdScalarSerializer<LocalDate> {
    private static final long serialVersionUID = 1L;

    DateWriter() {
      super(LocalDate.class);
    }

    @Override
    public void serialize(LocalDate value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.toString());
    }
  }

  private static final class DateReader extends StdScalarDeserializer<LocalDate> {
    private static final long serialVersionUID = 1L;

    DateReader() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return LocalDate.parse(in.getValueAsString());
    }
  }
}
