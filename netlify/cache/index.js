// Netlify keeps node_modules between builds, and nothing else of a project: this has it keep what builds drew before.
// Source: https://docs.netlify.com/extend/develop-and-share/develop-build-plugins/
const folder = ".cache";

export const onPreBuild = ({ utils }) => utils.cache.restore(folder);
export const onPostBuild = ({ utils }) => utils.cache.save(folder);
