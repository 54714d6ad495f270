package org.dafu.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A page of PDF for a test: texts and lines in their places, in points from the upper left. */
final class PdfPaper {
  private static final int SIZE = 12;
  private static final int HEIGHT = 842;

  private final StringBuilder content = new StringBuilder();

  /** Sets a text, each Chinese character 12 points wide. */
  PdfPaper set(double x, double y, String text) {
    return set("1 0 0 1", x, y, text);
  }

  /** The same, turned by this matrix. */
  PdfPaper set(String matrix, double x, double y, String text) {
    content.append("BT /F 12 Tf ").append(matrix);
    content.append(String.format(Locale.ROOT, " %.1f %.1f Tm <", x, HEIGHT - y));
    text.chars().forEach(unit -> content.append(String.format(Locale.ROOT, "%04x", unit)));
    content.append("> Tj ET\n");
    return this;
  }

  /** The lines of a letter, each in a row of its own. */
  PdfPaper lines(double x, double y, String... texts) {
    for (int i = 0; i < texts.length; i++) {
      set(x, y + 2 * SIZE * i, texts[i]);
    }
    return this;
  }

  PdfPaper line(double fromX, double fromY, double toX, double toY) {
    content.append(
        String.format(
            Locale.ROOT, "%.1f %.1f m %.1f %.1f l S\n", fromX, HEIGHT - fromY, toX, HEIGHT - toY));
    return this;
  }

  byte[] bytes() {
    List<String> objects = new ArrayList<>();
    objects.add("<< /Type /Catalog /Pages 2 0 R >>");
    objects.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    objects.add(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            + " /Resources << /Font << /F 5 0 R >> >> >>");
    objects.add(stream(content.toString()));
    objects.add(
        "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H"
            + " /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>");
    objects.add(
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /CIDSystemInfo"
            + " << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R >>");
    objects.add(stream(toUnicode()));
    objects.add(
        "<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 0 1000 1000] /Ascent 800"
            + " /Descent -200 /CapHeight 700 /ItalicAngle 0 /StemV 80 >>");
    return file(objects);
  }

  private static String stream(String content) {
    return "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream";
  }

  /** Each code is the character of that number. */
  private static String toUnicode() {
    StringBuilder map =
        new StringBuilder(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def\n"
                + "1 begincodespacerange <0000> <ffff> endcodespacerange\n");
    for (int high = 0; high < 256; high++) {
      map.append(
          String.format(
              Locale.ROOT,
              "1 beginbfrange <%02x00> <%02xff> <%02x00> endbfrange\n",
              high,
              high,
              high));
    }
    return map.append("endcmap end end").toString();
  }

  private static byte[] file(List<String> objects) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    add(out, "%PDF-1.5\n");
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < objects.size(); i++) {
      table.append(String.format(Locale.ROOT, "%010d 00000 n \n", out.size()));
      add(out, i + 1 + " 0 obj\n" + objects.get(i) + "\nendobj\n");
    }
    int start = out.size();
    add(out, "xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n" + table);
    add(out, "trailer << /Size " + (objects.size() + 1) + " /Root 1 0 R >>\n");
    add(out, "startxref\n" + start + "\n%%EOF\n");
    return out.toByteArray();
  }

  private static void add(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
