package org.dafu.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.HWPFDocumentCore;
import org.apache.poi.hwpf.HWPFOldDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Office's binary files: Word's DOC and the WPS that WPS Writer makes in its likeness; other kinds
 * are told by the streams they hold.
 */
final class OleReader {
  private static final String DOC = "application/msword";
  private static final String WPS = "application/vnd.ms-works";

  private OleReader() {}

  /** The document's blocks, or why there are none. */
  static RawReading read(String path, byte[] bytes) {
    try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      Optional<Unreadable> other = otherKind(files.getRoot());
      if (other.isPresent()) {
        return other.get();
      }
      List<RawBlock> blocks = new DocBody(open(files)).read();
      boolean wps = path.toLowerCase(java.util.Locale.ROOT).endsWith(".wps");
      return new RawDocument(blocks, Map.of(), wps ? WPS : DOC, null, List.of());
    } catch (EncryptedDocumentException locked) {
      return encrypted();
    } catch (Deadline.TooMuchException e) {
      return e.unreadable();
    } catch (IOException | RuntimeException broken) { // POI throws whatever broken bytes lead to
      return new Unreadable("damaged", "DOC 已损坏 (damaged DOC)：请用 Word 或 WPS 打开后另存为 DOCX");
    }
  }

  private static HWPFDocumentCore open(POIFSFileSystem files) throws IOException {
    try {
      return new HWPFDocument(files);
    } catch (OldWordFileFormatException ofWord95) {
      return new HWPFOldDocument(files);
    }
  }

  private static Optional<Unreadable> otherKind(DirectoryNode root) {
    if (root.hasEntry("WordDocument")) {
      return Optional.empty();
    }
    if (root.hasEntry("EncryptedPackage")) {
      return Optional.of(encrypted());
    }
    String kind = "Office 文件";
    if (root.hasEntry("Workbook") || root.hasEntry("Book") || root.hasEntry("ETWorkbook")) {
      kind = "Excel 或 ET 表格";
    } else if (root.hasEntry("PowerPoint Document")) {
      kind = "PPT 演示文稿";
    } else if (root.hasEntry("__properties_version1.0")) {
      kind = "Outlook 邮件";
    }
    return Optional.of(
        new Unreadable(
            "unknown-format", "暂不支持的格式 " + kind + " (format not read): 请另存为 DOCX、PDF 或文本"));
  }

  private static Unreadable encrypted() {
    return new Unreadable("encrypted", "文件有密码 (encrypted): 请去掉密码后另存");
  }
}
