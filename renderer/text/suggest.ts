// Words of suggestions that are seen everywhere: the place, its link, the notice.
export const suggestText = {
  title: 'My suggestions',
} as const;
