declare module "virtual:text/*" {
  const source: string;
  export default source;
}
