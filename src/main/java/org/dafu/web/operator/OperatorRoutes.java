package org.dafu.web.operator;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dafu.web.admin.AdminRoutes.Route;
import org.dafu.web.admin.Administration;
import org.dafu.web.admin.DeniedException;
import org.dafu.web.admin.DiskFaults;
import org.dafu.web.admin.Token;
import org.dafu.web.api.Problem;
import org.dafu.web.ask.NamedParameters;
import org.dafu.web.ask.Refused;
import org.dafu.web.operator.Sessions.Session;
import org.dafu.web.pages.Shell;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operator's pages. A token is typed once and exchanged for a session: a cookie that no script
 * can read and that browsers send with requests of these pages alone. Each form carries a secret of
 * its session, and what browsers say of a form's origin must be this service.
 */
public final class OperatorRoutes {
  static final String HOME = "/admin";
  static final String FILES = HOME + "/files";
  static final String CORRECTIONS = HOME + "/corrections";
  static final String LOG = HOME + "/log";
  static final String LETTER = HOME + "/letter";

  private static final Logger LOGGER = LoggerFactory.getLogger(OperatorRoutes.class);
  private static final String COOKIE = "dafu-operator";

  private final Administration admin;
  private final Showing showing;
  private final OperatorPages pages;
  private final LetterChanges changes;
  private final Sessions sessions = new Sessions(System::nanoTime);

  /** How a page is shown. */
  public interface Showing {
    /** What stands around the operator's pages. */
    Shell shell();

    /** Answers with a page; {@code template} is a file of {@code src/main/jte/operator}. */
    void page(Context context, int status, String template, Object page);

    /** Answers with a page that names parameters at fault. */
    void refuse(Context context, Refused refused);

    /** Answers with a page of an error. */
    void error(Context context, int status, String heading, String detail);

    /** The id of the request. */
    String requestId(Context context);
  }

  /** A page for who has come in. */
  private interface Page {
    void show(Context context, Frame frame, NamedParameters given) throws IOException;
  }

  /** A change by who has come in. */
  interface Change {
    void make(Context context, Session session, Form form) throws IOException;
  }

  /** Routes for this administration. */
  public OperatorRoutes(Administration admin, Showing showing) {
    this.admin = admin;
    this.showing = showing;
    this.pages = new OperatorPages(admin);
    this.changes = new LetterChanges(admin, this);
  }

  /** All of them; HEAD is answered as GET is. */
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    page(routes, HOME, List.of(), (context, frame, given) -> home(context, frame));
    page(routes, FILES, List.of("list", "q", "page"), this::files);
    page(routes, CORRECTIONS, List.of("page"), this::corrections);
    page(routes, LOG, List.of(), (context, frame, given) -> log(context, frame));
    page(routes, LETTER, List.of("letter"), this::letter);
    routes.add(new Route(HandlerType.POST, HOME + "/sign-in", this::signIn));
    change(routes, HOME + "/sign-out", this::signOut);
    change(routes, HOME + "/sync", this::sync);
    change(routes, LETTER + "/correct", changes::correct);
    change(routes, LETTER + "/take-back", changes::takeBack);
    change(routes, LETTER + "/withdraw", changes::withdraw);
    change(routes, LETTER + "/restore", changes::restore);
    return routes;
  }

  private void page(List<Route> routes, String path, List<String> names, Page page) {
    List<String> taken = new ArrayList<>(names);
    taken.add("said");
    Handler handler =
        context -> {
          NamedParameters given = NamedParameters.read(context.queryString(), taken);
          if (!given.faults().isEmpty()) {
            showing.refuse(context, new Refused(given.faults()));
            return;
          }
          Optional<Session> session = session(context);
          String said = Said.of(given.words("said", ""));
          if (session.isPresent()) {
            page.show(context, frame(path, session.get(), said, null), given);
          } else if (path.equals(HOME)) {
            showSignIn(context, 200, null, said);
          } else {
            context.redirect(HOME, HttpStatus.SEE_OTHER);
          }
        };
    routes.add(new Route(HandlerType.GET, path, handler));
    routes.add(new Route(HandlerType.HEAD, path, handler));
  }

  private void change(List<Route> routes, String path, Change change) {
    routes.add(
        new Route(
            HandlerType.POST,
            path,
            context -> {
              Optional<Session> session = session(context);
              Optional<Form> form = Form.of(context);
              if (session.isEmpty()) {
                context.redirect(HOME + "?said=" + Said.ENDED.code(), HttpStatus.SEE_OTHER);
              } else if (form.isEmpty() || !isOurs(context, session.get(), form.get())) {
                refuseForm(context);
              } else {
                make(change, context, session.get(), form.get());
              }
            }));
  }

  private void make(Change change, Context context, Session session, Form form) {
    try {
      change.make(context, session, form);
    } catch (IOException e) {
      LOGGER.warn("A change could not be made: {}", e.toString());
      Problem problem = DiskFaults.problem(e);
      showing.error(context, problem.status(), "没有改成", Words.fault(problem));
    }
  }

  private void refuseForm(Context context) {
    showing.error(context, 403, "这张表单不能用", "它不是从本站当前登录的页面送出的。请回到运维页面再做一次。");
  }

  /** Whether a form was filled in on a page that we made for this session (CSRF). */
  private boolean isOurs(Context context, Session session, Form form) {
    return admin.access().isFromHere(context)
        && MessageDigest.isEqual(
            session.form().getBytes(StandardCharsets.UTF_8),
            form.text("form").getBytes(StandardCharsets.UTF_8));
  }

  Frame frame(String place, Session session, @Nullable String said, @Nullable String refused) {
    return new Frame(
        showing.shell(),
        place,
        session.token().name(),
        session.form(),
        said,
        refused,
        admin.desk() != null);
  }

  // Coming in and leaving

  private Optional<Session> session(Context context) {
    String key = context.cookie(COOKIE);
    return key == null
        ? Optional.empty()
        : sessions.of(key).filter(session -> admin.access().isOperator(session.token()));
  }

  private void showSignIn(
      Context context, int status, @Nullable String error, @Nullable String said) {
    boolean off = !admin.access().hasOperators();
    showing.page(context, status, "signIn", new SignInPage(showing.shell(), off, error, said));
  }

  private void signIn(Context context) {
    Optional<Form> form = Form.of(context);
    if (form.isEmpty() || !admin.access().isFromHere(context)) {
      refuseForm(context);
      return;
    }
    String secret = form.get().text("token");
    if (secret.isEmpty()) {
      showSignIn(context, 422, "请粘贴令牌。", null);
      return;
    }
    Optional<Token> token;
    try {
      token = admin.access().typed(context, secret);
    } catch (DeniedException e) {
      e.headers().forEach(context::header);
      showSignIn(context, e.problem().status(), "错误的令牌试得太多，请过几秒再试。", null);
      return;
    }
    if (token.isEmpty()) {
      showSignIn(context, 401, "这个令牌什么也打不开：请检查有没有粘贴完整，是否已经作废。", null);
    } else if (!admin.access().isOperator(token.get())) {
      showSignIn(context, 403, "这个令牌只能读取，不能运维。需要角色为 admin 的令牌。", null);
    } else {
      setCookie(context, sessions.open(token.get()), "");
      context.redirect(HOME, HttpStatus.SEE_OTHER);
    }
  }

  private void setCookie(Context context, String value, String more) {
    context
        .res()
        .addHeader(
            "Set-Cookie",
            COOKIE
                + "="
                + value
                + "; Path="
                + HOME
                + "; HttpOnly; SameSite=Strict"
                + (admin.access().isSecure(context) ? "; Secure" : "")
                + more);
  }

  private void signOut(Context context, Session session, Form form) {
    String key = context.cookie(COOKIE);
    if (key != null) {
      sessions.close(key);
    }
    setCookie(context, "", "; Max-Age=0");
    context.redirect(HOME + "?said=" + Said.SIGNED_OUT.code(), HttpStatus.SEE_OTHER);
  }

  // Pages

  private void home(Context context, Frame frame) throws IOException {
    showing.page(context, 200, "overview", pages.overview(frame));
  }

  private void files(Context context, Frame frame, NamedParameters given) throws IOException {
    int page = given.number("page", OperatorPages.MAX_PAGE, 1);
    String q = given.words("q", "");
    Optional<FileList> list = FileList.of(given.words("list", FileList.REFUSED.code()));
    if (!given.faults().isEmpty()) {
      showing.refuse(context, new Refused(given.faults()));
    } else if (list.isEmpty()) {
      showing.error(context, 404, "没有这个列表", "网址可能写错。");
    } else {
      showing.page(context, 200, "files", pages.files(frame, list.get(), q, page));
    }
  }

  private void corrections(Context context, Frame frame, NamedParameters given) throws IOException {
    int page = given.number("page", OperatorPages.MAX_PAGE, 1);
    if (given.faults().isEmpty()) {
      showing.page(context, 200, "corrections", pages.corrections(frame, page));
    } else {
      showing.refuse(context, new Refused(given.faults()));
    }
  }

  private void log(Context context, Frame frame) throws IOException {
    showing.page(context, 200, "log", pages.log(frame));
  }

  private void letter(Context context, Frame frame, NamedParameters given) throws IOException {
    showLetter(context, 200, frame, given.words("letter", ""), null);
  }

  /**
   * Answers with the page of a letter.
   *
   * @param typed what was typed and not taken; null for nothing
   */
  void showLetter(Context context, int status, Frame frame, String letter, @Nullable Form typed)
      throws IOException {
    Optional<LetterPage> page;
    try {
      page = pages.letter(frame, letter, typed);
    } catch (IOException e) { // its corrections cannot be read
      Problem problem = DiskFaults.problem(e);
      showing.error(context, problem.status(), "这封信现在打不开", Words.fault(problem));
      return;
    }
    if (page.isPresent()) {
      showing.page(context, status, "letter", page.get());
    } else {
      String why =
          frame.canWrite()
              ? "没有这封信：既没有收到过这个名字的文件，也没有这个编号的信件。"
              : "这个服务以 --read-only 启动，只能看列表；请到写索引的那个服务上打开。";
      showing.error(context, frame.canWrite() ? 404 : 403, "打不开", why);
    }
  }

  private void sync(Context context, Session session, Form form) throws IOException {
    if (admin.desk() == null) {
      showing.error(context, 403, "不能同步", "这个服务以 --read-only 启动，什么也不写。");
      return;
    }
    admin.syncs().wake();
    context.redirect(HOME + "?said=" + Said.SYNC.code(), HttpStatus.SEE_OTHER);
  }

  /** Who a change is noted for. */
  String requestId(Context context) {
    return showing.requestId(context);
  }
}
