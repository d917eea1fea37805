/** An identity provider by OpenID Connect. */
export interface SingleSignOn {
  issuer: string
  clientId: string
  clientSecret: string
  /** What the button says. */
  name: string
}

/** How the product can be reached, and who may come in without an account. */
export interface SignInSettings {
  host: string
  /**
   * The addresses that people type, the first one being the product's own; none while it serves this
   * machine alone.
   */
  publicUrls: readonly string[]
  /** Whether the demo's roles are offered. */
  demo: boolean
  /** Whether the product itself speaks TLS. */
  tls: boolean
  singleSignOn: SingleSignOn | null
}
