/** Two bubbles, of which one is kept. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="8" fill="#2f6fde"/>
<path d="M8 9h13a3 3 0 0 1 3 3v5a3 3 0 0 1-3 3h-6l-5 4v-4H8a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2z" fill="#fff"/>
<path d="M11 13.5h8M11 16.5h5" stroke="#2f6fde" stroke-width="1.8" stroke-linecap="round"/>
</svg>
`;
