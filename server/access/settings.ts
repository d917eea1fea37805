/** An OpenID Connect identity provider. */
export interface SingleSignOn {
  issuer: string
  clientId: string
  clientSecret: string
  /** The label of the sign-in button. */
  name: string
}

/** The public addresses of the server, and the settings of signing in. */
export interface SignInSettings {
  host: string
  /** The public addresses, the first being the main one; empty where the product serves only this machine. */
  publicUrls: readonly string[]
  /** Whether demo roles are offered. */
  demo: boolean
  /** Whether the server itself terminates TLS. */
  tls: boolean
  singleSignOn: SingleSignOn | null
}
