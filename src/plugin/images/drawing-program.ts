/**
 * What Node does in a process of its own: it draws one image after the other with eleventy-img, as it is told, and is gone
 * when nobody tells it anything any more, whatever its library is busy with.
 */
export const DRAWING_PROGRAM = `
const { pathToFileURL } = require("node:url");
const library = import(pathToFileURL(require.resolve(process.argv[1])).href);
library.catch(() => {});
process.once("disconnect", () => process.kill(process.pid, "SIGKILL"));
process.on("message", async ({ path, options, isInTurn }) => {
  let draw;
  try {
    draw = (await library).default;
  } catch (error) {
    return process.send({ fault: error.message });
  }
  try {
    const pictures = [];
    const parts = isInTurn ? options.widths.map((width) => [width]) : [options.widths];
    for (const widths of parts) {
      const drawn = Object.values(await draw(path, { ...options, widths })).flat();
      for (const { format, width, buffer } of drawn) pictures.push({ format, width, buffer });
    }
    process.send({ pictures });
  } catch (error) {
    process.send({ damage: error.message });
  }
});
`;
