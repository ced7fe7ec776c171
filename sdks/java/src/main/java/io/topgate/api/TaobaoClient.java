package io.topgate.api;

/** The client as TOP's documentation writes it: a refusal is in the answer, not thrown. */
public interface TaobaoClient {
  /** The same as {@link #execute(TaobaoRequest, String)} without a session. */
  <T extends TaobaoResponse> T execute(TaobaoRequest<T> request) throws ApiException;

  /**
   * The answer, also when the platform refused: see {@link TaobaoResponse#isSuccess()} and {@link
   * TaobaoResponse#getRefusal()}. Throws {@link ApiException} when there is no answer.
   */
  <T extends TaobaoResponse> T execute(TaobaoRequest<T> request, String session)
      throws ApiException;
}
