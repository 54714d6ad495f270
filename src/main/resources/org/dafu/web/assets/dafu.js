// What is better live on every page. Nothing here is needed: every page works without it.
"use strict";
