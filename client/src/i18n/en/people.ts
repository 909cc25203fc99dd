export const people = {
  password: {
    show: 'Show the password',
    hide: 'Hide the password',
    capsLock: 'Caps lock is on.',
  },
} as const;
