/** What is made of something once, and known for as long as that is the same. */
export function known<Of extends object, Made>(make: (of: Of) => Made): (of: Of) => Made {
  const made = new WeakMap<Of, { is: Made }>();
  return (of) => {
    let found = made.get(of);
    if (!found) made.set(of, (found = { is: make(of) }));
    return found.is;
  };
}
