// The editor itself hands in `vscode`; what is done with it is in features.cjs, so that a test can hand in another.
const { start } = require("./features.cjs");

exports.activate = (context) => start(require("vscode"), context);
