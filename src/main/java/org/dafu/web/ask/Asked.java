package org.dafu.web.ask;

/** What a URL's parameters say: a question, or why there is none. */
public sealed interface Asked permits Question, Refused {}
