/** Whether an address is one of OpenRouter's, which has answers and fields of its own. */
export const isOpenRouter = (baseUrl: string): boolean =>
  /(^|\.)openrouter\.ai$/u.test(URL.parse(baseUrl)?.hostname ?? "");
