import { main, processTerminal } from "./main.ts";

process.exitCode = main(process.argv.slice(2), processTerminal());
