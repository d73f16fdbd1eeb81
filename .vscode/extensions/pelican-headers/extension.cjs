// The editor itself hands in `vscode`; what is done with it is in client.cjs, so that a test can hand in another.
const { start } = require("./client.cjs");

exports.activate = (context) => start(require("vscode"), context);
