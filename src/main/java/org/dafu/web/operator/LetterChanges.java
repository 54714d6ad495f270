package org.dafu.web.operator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.dafu.ingest.ChangeLog;
import org.dafu.ingest.DeskAnswer;
import org.dafu.ingest.LetterDesk;
import org.dafu.search.CorrectionPatch;
import org.dafu.web.admin.Administration;
import org.dafu.web.ask.QueryString;
import org.dafu.web.operator.Sessions.Session;

/** Changes letters as an operator's forms say, by the same way as the API does. */
final class LetterChanges {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final String READ_ONLY = "这个服务以 --read-only 启动，什么也不写。";

  private final Administration admin;
  private final OperatorRoutes routes;

  LetterChanges(Administration admin, OperatorRoutes routes) {
    this.admin = admin;
    this.routes = routes;
  }

  /** Puts right what was typed otherwise. */
  void correct(Context context, Session session, Form form) throws IOException {
    switch (CorrectionForm.sent(form)) {
      case CorrectionForm.Sent.Nothing nothing -> go(context, form.text("letter"), Said.NOTHING);
      case CorrectionForm.Sent.Wrong(String reason) -> refuse(context, session, form, reason);
      case CorrectionForm.Sent.Patch(ObjectNode patch) -> patch(context, session, form, patch);
    }
  }

  /** Lets what is read hold again in one field. */
  void takeBack(Context context, Session session, Form form) throws IOException {
    ObjectNode patch = JSON.objectNode();
    patch.putArray("asRead").add(form.text("field"));
    patch(context, session, form, noted(patch, form));
  }

  /** Lifts a withdrawal. */
  void restore(Context context, Session session, Form form) throws IOException {
    patch(context, session, form, noted(JSON.objectNode().put("withdrawn", false), form));
  }

  /** Takes a letter out of service. */
  void withdraw(Context context, Session session, Form form) throws IOException {
    LetterDesk desk = admin.desk();
    if (desk == null) {
      refuse(context, session, form, READ_ONLY);
      return;
    }
    String note = form.text("note");
    answer(
        context,
        session,
        form,
        desk.withdraw(
            form.text("letter"),
            session.token().name(),
            note.isEmpty() ? null : note,
            log(context, session)));
  }

  private static ObjectNode noted(ObjectNode patch, Form form) {
    String note = form.text("note");
    return note.isEmpty() ? patch : patch.put("note", note);
  }

  private void patch(Context context, Session session, Form form, ObjectNode json)
      throws IOException {
    LetterDesk desk = admin.desk();
    if (desk == null) {
      refuse(context, session, form, READ_ONLY);
      return;
    }
    switch (CorrectionPatch.read(json.toString().getBytes(StandardCharsets.UTF_8))) {
      case CorrectionPatch.Outcome.Refused(String parameter, String reason) ->
          refuse(context, session, form, "这项更正不合用：" + reason);
      case CorrectionPatch.Outcome.Read(CorrectionPatch patch) ->
          answer(
              context,
              session,
              form,
              desk.correct(
                  form.text("letter"), patch, session.token().name(), log(context, session)));
      case CorrectionPatch.Outcome.Done done ->
          throw new IllegalStateException("a patch that is read is not done");
    }
  }

  private ChangeLog log(Context context, Session session) {
    String address = admin.access().address(context);
    return admin.log(session.token(), address, routes.requestId(context));
  }

  private void answer(Context context, Session session, Form form, DeskAnswer answer)
      throws IOException {
    switch (answer) {
      case DeskAnswer.Corrected done -> {
        Said said = done.changed() ? said(done, done.hidden() || admin.follows()) : Said.NOTHING;
        go(context, done.correction().id().value(), said);
      }
      case DeskAnswer.Removed removed -> {
        boolean gone = removed.hidden() || admin.follows();
        context.redirect(
            OperatorRoutes.FILES
                + "?list=received&said="
                + (gone ? Said.REMOVED : Said.REMOVED_LATER).code(),
            HttpStatus.SEE_OTHER);
      }
      case DeskAnswer.Refused(DeskAnswer.Why why, String detail) ->
          refuse(context, session, form, Words.refusal(why, detail));
      case DeskAnswer.Received received ->
          throw new IllegalStateException("nothing was sent to be received");
      case DeskAnswer.Known known -> throw new IllegalStateException("nothing was looked for");
    }
  }

  /** What the last of the changes did. */
  private static Said said(DeskAnswer.Corrected done, boolean followed) {
    boolean aboutWithdrawal = done.correction().changes().getLast().field().equals("withdrawn");
    if (aboutWithdrawal) {
      return followed
          ? done.correction().withdrawn() ? Said.WITHDRAWN : Said.RESTORED
          : Said.CORRECTED_LATER;
    }
    return followed ? Said.CORRECTED : Said.CORRECTED_LATER;
  }

  private void refuse(Context context, Session session, Form form, String why) throws IOException {
    Frame frame = routes.frame(OperatorRoutes.LETTER, session, null, why);
    routes.showLetter(context, 422, frame, form.text("letter"), form);
  }

  private static void go(Context context, String letter, Said said) {
    context.redirect(url(letter) + "&said=" + said.code(), HttpStatus.SEE_OTHER);
  }

  /** The page of a letter. */
  static String url(String letter) {
    return OperatorRoutes.LETTER + "?letter=" + QueryString.encode(letter);
  }
}
