/** `sqlite` without its prefix is no built-in module: Node would look for a package of that name. */
export default { removeNodeProtocol: false };
