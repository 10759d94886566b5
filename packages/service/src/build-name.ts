declare const tgmemBuild: string | undefined;

/** Names the sources that this process was built from, the same for all apps of a build; none = it runs from its sources. */
export const buildName = typeof tgmemBuild === "undefined" ? undefined : tgmemBuild;
