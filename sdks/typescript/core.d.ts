/** A file of a request. */
export interface TopFile {
    readonly name: string;
    readonly data: Uint8Array;
}
/** The call was fine and the API said no, in its own documented way. */
export interface Decline {
    readonly code: string | undefined;
    readonly retry: Retry;
    readonly remedy: Remedy | undefined;
}
/** The types of an API's request and response, by the name of its method. */
export interface ApiTypes {
    readonly request: object;
    readonly response: object;
}
interface AnswerBase<Data> {
    /** With the documented types. Everything may be absent: the wire promises nothing. */
    readonly data: Data;
    readonly requestId: string | undefined;
    /** The whole answer as it came. */
    readonly body: string;
    /** What nobody documented, or what does not fit its type: JSON text by dotted path. */
    readonly unknown: Readonly<Record<string, string>>;
    /** How often the call was sent. */
    readonly tries: number;
}
/** The one way to ask whether a call succeeded, whatever shape the API says it in. */
export type Answer<Data> = (AnswerBase<Data> & {
    readonly success: true;
}) | (AnswerBase<Data> & {
    readonly success: false;
    readonly decline: Decline;
});
/** The request may be left out where nothing in it is required. */
export type CallArguments<Request> = object extends Request ? [request?: Request, options?: CallOptions] : [request: Request, options?: CallOptions];
/** What the client has to know of an API at run time. The generated table of an SDK is made of it. */
export interface ApiFacts {
    readonly session: 'required' | 'not-needed' | 'unknown';
    /** When a call whose fate is unknown may be sent again: see `decideRetry`. */
    readonly repeat: 'free' | 'same-bytes' | 'unknown';
    /** How long the platform may take. */
    readonly deadlineMs?: number;
    readonly request: Shapes;
    readonly response: Shapes;
    /** Where an answer says whether it succeeded, as steps below its root. */
    readonly outcome?: {
        readonly flag: readonly string[];
        readonly success: string;
        readonly code: readonly string[];
    };
    readonly errors: readonly ErrorFacts[];
}
/** Fields by their names on the wire. */
export type Shapes = Readonly<Record<string, Shape>>;
export interface Shape {
    readonly kind: 'text' | 'int64' | 'byte' | 'decimal' | 'moment' | 'flag' | 'bytes' | 'json' | 'any' | 'struct' | 'list';
    readonly required?: true;
    /** Of a struct. */
    readonly fields?: Shapes;
    /** Of a list. */
    readonly item?: Shape;
}
/** Whether sending the call again can help: never, as it is, with a new session, or after a wait. */
export type Retry = 'never' | 'same-request' | 'new-session' | 'later';
export interface ErrorFacts {
    readonly where: 'answer' | 'error-response';
    readonly code: string;
    readonly subCode?: string;
    readonly zh: string;
    readonly en: string;
    readonly retry: Retry;
}
/** Every API of an SDK, and the refusals that each call can meet. */
export interface ApiTable {
    readonly version: string;
    readonly apis: Readonly<Record<string, ApiFacts>>;
    readonly errors: readonly ErrorFacts[];
}
/** Calls the APIs of a table. Safe to share: it keeps connections, and nothing else. */
export declare class TopClient<Apis extends {
    readonly [Method in keyof Apis]: ApiTypes;
}> {
    #private;
    /** Throws a `TypeError` or `RangeError` that names a wrong option. */
    constructor(table: ApiTable, options: ClientOptions);
    /**
     * Calls an API. Resolves with its answer, also when that is a no in the API's own way (`success`);
     * rejects with a `TopError`. What may be sent again is sent again, as the platform asks.
     */
    execute<Method extends keyof Apis & string>(method: Method, ...[request, options]: CallArguments<Apis[Method]['request']>): Promise<Answer<Apis[Method]['response']>>;
    /** Closes the connections. A program ends without it, too. */
    close(): void;
}
/** What to do about an error, in both languages of the documentation. */
export interface Remedy {
    readonly zh: string;
    readonly en: string;
}
export interface TopErrorFacts {
    readonly method: string;
    readonly retry: Retry;
    readonly retryAfterS?: number | undefined;
    readonly mayHaveRun: boolean;
    readonly cause?: unknown;
}
/**
 * A call that brought no answer. Messages hold no secret, no session and no value of a field. `kind`
 * tells the classes apart where `instanceof` cannot, such as between two copies of this package.
 */
export declare abstract class TopError extends Error {
    abstract readonly kind: 'input' | 'refused' | 'nonsense' | 'transport';
    readonly method: string;
    /** Whether sending the call again can help. What could be repeated safely has been repeated. */
    readonly retry: Retry;
    /** With `later`: after how many seconds, where that is known. */
    readonly retryAfterS: number | undefined;
    /** Whether the platform may have run the call although no answer says so. */
    readonly mayHaveRun: boolean;
    /** How often the call was sent. */
    tries: number;
    constructor(message: string, facts: TopErrorFacts);
}
/** The call cannot be sent as it is: an unknown API, a missing field, a value of the wrong type. */
export declare class TopInputError extends TopError {
    readonly kind = "input";
    /** Dotted path of the field, where one is to blame. */
    readonly field: string;
    constructor(method: string, field: string, problem: string);
}
export interface RefusalFacts extends TopErrorFacts {
    readonly code: string;
    readonly msg: string;
    readonly subCode: string | undefined;
    readonly subMsg: string | undefined;
    readonly requestId: string | undefined;
    readonly remedy: Remedy | undefined;
    readonly body: string;
}
/** The platform refused the call (`error_response`). */
export declare class TopRefusal extends TopError {
    #private;
    readonly kind = "refused";
    readonly code: string;
    readonly msg: string;
    readonly subCode: string | undefined;
    /** Words of the platform for people; they may name a value that was sent. */
    readonly subMsg: string | undefined;
    readonly requestId: string | undefined;
    readonly remedy: Remedy | undefined;
    constructor(facts: RefusalFacts);
    /** The whole answer as it came. Nothing prints it unasked. */
    get body(): string;
}
/** What came back is no answer of the platform: HTML, cut JSON, another root, too many bytes. */
export declare class TopNonsense extends TopError {
    #private;
    readonly kind = "nonsense";
    readonly status: number;
    constructor(method: string, status: number, bodyStart: string, problem: string);
    /** The beginning of what came. It may hold anything, so nothing prints it unasked. */
    get bodyStart(): string;
}
export type TransportReason = 'connect' | 'timeout' | 'broken' | 'aborted';
/** No answer came: nobody listens, the time is over, the connection broke, the caller gave up. */
export declare class TopTransportError extends TopError {
    readonly kind = "transport";
    readonly reason: TransportReason;
    constructor(method: string, reason: TransportReason, problem: string, cause?: unknown);
}
/** `hmac` is HMAC-MD5. */
export type SignMethod = 'md5' | 'hmac' | 'hmac-sha256';
export interface ClientOptions {
    /** Address of the gateway, such as `http://127.0.0.1:8080/router/rest`. */
    readonly url: string;
    readonly appKey: string;
    readonly secret: string;
    /** Session key of a user, for the APIs that need one. A call may bring its own. */
    readonly session?: string | undefined;
    /** `hmac-sha256` unless given. */
    readonly signMethod?: SignMethod | undefined;
    /** 3,000 unless given. */
    readonly connectTimeoutMs?: number | undefined;
    /** From sending until the whole answer is there. 10,000 unless given, more where an API waits. */
    readonly readTimeoutMs?: number | undefined;
    /** How often a call is sent at most, the first time included. 3 unless given; 1 to 10. */
    readonly triesMax?: number | undefined;
    /** A wait that the platform asks for is kept up to this, else its refusal is told. 30,000. */
    readonly waitMsMax?: number | undefined;
    /** More of an answer is not read. 8 MiB unless given. */
    readonly bodyBytesMax?: number | undefined;
    /** How many connections are open at a time; 16 unless given. */
    readonly connectionsMax?: number | undefined;
    /** An `http.Agent` instead of the connections of this client, for a proxy for example. */
    readonly agent?: object | undefined;
    /** Told of every try. It gets no secret, no session and no value of a field. */
    readonly log?: ((event: LogEvent) => void) | undefined;
}
export interface LogEvent {
    readonly method: string;
    /** Counts from 1. */
    readonly tryNumber: number;
    readonly outcome: 'answered' | 'refused' | 'nonsense' | 'transport';
    readonly durationMs: number;
    readonly code?: string | undefined;
    readonly subCode?: string | undefined;
    readonly requestId?: string | undefined;
    /** The pause before the next try; absent: there is none. */
    readonly waitMs?: number | undefined;
}
export interface CallOptions {
    readonly session?: string | undefined;
    /** Gives the call up: it ends with a `TopTransportError` whose reason is `aborted`. */
    readonly signal?: AbortSignal | undefined;
    /** Further parameters, sent as they are: what the documentation of an API does not know. */
    readonly extra?: Readonly<Record<string, string>> | undefined;
}
/** The signature of parameters that already hold `sign_method`; of a body, where there is one. */
export declare function signParameters(parameters: Readonly<Record<string, string>>, secret: string, method: SignMethod, body?: string): string;
export {};
