import fc from 'fast-check';
import { test } from 'vitest';
import { around, expectAgreement } from '/work/main/test/support/agreement.ts';
import { randomCalculation } from '/work/main/test/support/random-calculation.ts';
const run=(seed:number,numRuns:number)=>fc.assert(fc.property(fc.array(fc.nat(1e6),{minLength:20,maxLength:300}),fc.nat(1000),(tape,seed)=>{
  const c=randomCalculation(tape);
  const inputs=new Map([...c.assumptions.values()].filter((_,i)=>(seed>>i)%3!==0).map(a=>[a.id,around(a,3,seed)]));
  expectAgreement(c,inputs,3);
}),{seed,numRuns});
for(let s=0;s<Number(process.env.SEEDS??5);s++) test('seed '+s,()=>run(s+Number(process.env.FROM??0),1000));
